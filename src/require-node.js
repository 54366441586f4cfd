// Loaded before anything else, and plain JavaScript, so that an old Node.js can still read it and say what is wrong.
// (`npm install --ignore-scripts` silently leaves the system's Node.js in charge.)
const required = 26;
const [major] = process.versions.node.split(".");

if (Number(major) < required) {
  process.stderr.write(
    `Inloop needs Node.js ${required} or newer, but this is ${process.versions.node}: run "npm ci" without --ignore-scripts, and start it with "npm start".\n`,
  );
  process.exit(1);
}
