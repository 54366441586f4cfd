import { BarChart, CustomChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { Share } from "../../../core/feedback/intervals.ts";
import { short } from "../../../pictures/text.ts";
import type { PanelText } from "../messages.ts";

/** Where a chart lies on the page, in millimetres. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Arabic reads from the right: bars grow from there, and time runs from there. */
export type Direction = "rtl" | "ltr";

export interface Bar {
  /** Null where nothing is shown: only the track is drawn. */
  readonly share: Share | null;
  readonly colour: string;
}

const ink = "#17282a";
const track = "#eef1ef";
const rule = "#dfe5e2";

/** echarts draws in pixels, which are a tenth of a millimetre here. */
const fine = 10;

/** Bars from 0 to 100 %, in rows of equal height, each with a line for its margin. */
export function bars(rows: readonly Bar[], area: Area, thickness: number, direction: Direction): string {
  const width = thickness * fine;
  return drawn(area, {
    xAxis: { ...hidden, type: "value", min: 0, max: 1, inverse: direction === "rtl" },
    yAxis: { ...hidden, type: "category", inverse: true, data: rows.map((_, index) => index) },
    series: [
      {
        type: "bar",
        barWidth: width,
        showBackground: true,
        backgroundStyle: { color: track, borderRadius: width / 2 },
        data: rows.map(({ share, colour }) => ({
          value: share?.share ?? 0,
          itemStyle: { color: colour, borderRadius: width / 2 },
        })),
      },
      {
        type: "custom",
        z: 3,
        data: rows.flatMap(({ share }, index) => (share === null ? [] : [[share.low, share.high, index]])),
        renderItem: (_: unknown, row: Row) => {
          const [low = 0, y = 0] = row.coord([row.value(0), row.value(2)]);
          const [high = 0] = row.coord([row.value(1), row.value(2)]);
          return { type: "group", children: whisker(low, high, y, width * 0.32) };
        },
      },
    ],
  });
}

/** White below, dark above: it is seen on the bar and beside it. */
function whisker(low: number, high: number, y: number, half: number): object[] {
  const lines = [
    [low, y, high, y],
    [low, y - half, low, y + half],
    [high, y - half, high, y + half],
  ];
  const line = ([x1, y1, x2, y2]: readonly number[], stroke: string, lineWidth: number) => ({
    type: "line",
    shape: { x1, y1, x2, y2 },
    style: { stroke, lineWidth, lineCap: "round" },
    silent: true,
  });
  return [...lines.map((each) => line(each, "#ffffff", 7)), ...lines.map((each) => line(each, ink, 3))];
}

/**
 * Shares from block to block: a band for the margin and a line for the share, as long as the block's weeks.
 *
 * @param weeks the first and the last that the time axis has room for
 */
export function trend(
  points: PanelText["points"],
  weeks: readonly [number, number],
  area: Area,
  colour: string,
  direction: Direction,
): string {
  const shown = points.flatMap(({ block, share }) => (share === null ? [] : [{ block, share }]));
  return drawn(area, {
    xAxis: { ...hidden, type: "value", min: weeks[0], max: weeks[1] + 1, inverse: direction === "rtl" },
    yAxis: {
      type: "value",
      min: 0,
      max: 1,
      interval: 0.5,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { show: false },
      splitLine: { show: true, lineStyle: { color: rule, width: 2.5 } },
    },
    series: [
      {
        type: "custom",
        data: shown.map(({ block, share }) => [
          block.firstWeek,
          block.lastWeek + 1,
          share.low,
          share.high,
          share.share,
        ]),
        renderItem: (_: unknown, row: Row) => {
          const [left = 0, top = 0] = row.coord([row.value(0), row.value(3)]);
          const [right = 0, bottom = 0] = row.coord([row.value(1), row.value(2)]);
          const [, y = 0] = row.coord([row.value(0), row.value(4)]);
          // A little white between one block and the next.
          const gap = Math.min(3, Math.abs(right - left) / 6);
          const x = Math.min(left, right) + gap;
          const width = Math.abs(right - left) - 2 * gap;
          return {
            type: "group",
            children: [
              {
                type: "rect",
                shape: { x, y: top, width, height: bottom - top, r: 8 },
                style: { fill: colour, opacity: 0.22 },
              },
              { type: "rect", shape: { x, y: y - 4, width, height: 8, r: 4 }, style: { fill: colour } },
            ],
          };
        },
      },
    ],
  });
}

/** What echarts gives to `renderItem`. */
interface Row {
  value(dimension: number): number;
  coord(point: readonly number[]): readonly number[];
}

const hidden = {
  show: true,
  axisLine: { show: false },
  axisTick: { show: false },
  axisLabel: { show: false },
  splitLine: { show: false },
} as const;

let isReady = false;

function drawn({ left, top, width, height }: Area, option: EChartsCoreOption): string {
  if (!isReady) {
    use([BarChart, CustomChart, GridComponent, SVGRenderer]);
    isReady = true;
  }
  const size = { width: Math.round(width * fine), height: Math.round(height * fine) };
  const chart = init(null, null, { renderer: "svg", ssr: true, ...size });
  try {
    chart.setOption({ animation: false, grid: { left: 0, right: 0, top: 0, bottom: 0 }, ...option });
    const place = `x="${short(left)}" y="${short(top)}" width="${short(width)}" height="${short(height)}"`;
    // Its first element gives a size in pixels; within a page it has a place.
    return chart
      .renderToSVGString()
      .replace(/^<svg[^>]*>/, `<svg ${place} viewBox="0 0 ${size.width} ${size.height}" overflow="visible">`);
  } finally {
    chart.dispose();
  }
}
