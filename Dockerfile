FROM node:26-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev

FROM node:26-slim
WORKDIR /app
ENV NODE_ENV=production MALLOC_ARENA_MAX=1 DATA_DIR=/data PORT=3000
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY locales ./locales
COPY data ./data
COPY drizzle ./drizzle
COPY src ./src
RUN install --directory --owner=node --group=node --mode=700 /data

USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --start-interval=1s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Node.js itself and not npm, so that SIGTERM arrives; the flags are those of `npm start`.
CMD ["node", "--import", "./src/require-node.js", "--import", "./src/resolve-drizzle.js", "--import", "./src/strip-types.js", "--expose-gc", "--initial-old-space-size=16", "--heap-growing-percent=15", "--max-semi-space-size=8", "--v8-pool-size=1", "src/main.ts"]
