// What the Sankey engine takes and gives: flows -> (choose) graph -> (layOut) layout -> (draw) picture.

/** Where one end of a flow belongs, for slices of a cluster. */
export type Place = {
  readonly company?: string | undefined;
  readonly process?: string | undefined;
  readonly sector?: string | undefined;
};

/** One band before any choice: a row of a flow table, or a flow, exchange or match of the application. */
export type SankeyFlow = {
  readonly id: string;
  /** Name of the node it leaves / enters; the node's id. */
  readonly source: string;
  readonly target: string;
  /** Amount in `unit`, at least 0; null: not stated (told, not drawn). */
  readonly value: number | null;
  readonly unit: string;
  readonly kind?: string | undefined;
  /** Low and high of the amount, same unit. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Not measured: hatched in the picture. */
  readonly estimated?: boolean | undefined;
  /** Marked as recycled: first in line to be drawn as a return flow where it closes a circle. */
  readonly hint?: 'recycled' | undefined;
  /** What the colour stands for; default `kind`, then `unit`. */
  readonly colourKey?: string | undefined;
  /** °C */
  readonly temperature?: number | undefined;
  /** Dotted taxonomy path such as `mat.wood.bark`. */
  readonly resource?: string | undefined;
  readonly status?: string | undefined;
  /** 1..12 */
  readonly month?: number | undefined;
  readonly from?: Place | undefined;
  readonly to?: Place | undefined;
};

export type GraphNode = {
  readonly id: string;
  readonly label: string;
  /** `group` can be opened, `others` gathers what is under the threshold, `elsewhere` what leaves the picture. */
  readonly role: 'plain' | 'group' | 'others' | 'elsewhere' | 'between';
  /** Names of the flow ends behind this node. */
  readonly members: readonly string[];
};

export type GraphLink = {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** Above 0. */
  readonly value: number;
  readonly unit: string;
  readonly kind: string | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly estimated: boolean;
  readonly recycled: boolean;
  readonly colourKey: string;
  /** °C; null where not stated or where members differ. */
  readonly temperature: number | null;
  /** Flow ids behind this link. */
  readonly members: readonly string[];
};

export type NotDrawn = {
  readonly id: string;
  readonly why: 'zero' | 'missing' | 'outside';
  readonly source: string;
  readonly target: string;
  readonly unit: string;
};

/** Sums per unit: `table` = `shown` + `outside`. */
export type Account = { readonly unit: string; readonly table: number; readonly shown: number; readonly outside: number };

export type SankeyGraph = {
  /** Sorted by id; the order of rows never matters. */
  readonly nodes: readonly GraphNode[];
  readonly links: readonly GraphLink[];
  readonly units: readonly string[];
  readonly notDrawn: readonly NotDrawn[];
  readonly account: readonly Account[];
};

export type Language = 'nb' | 'en';

export type LayOutOptions = {
  /** Width of the picture in px. */
  readonly width: number;
  /** Height of one screen in px; the picture may grow to four of them. */
  readonly height: number;
  /** `auto` grows where widths would vanish; a number is that many screens. */
  readonly screens?: 'auto' | 1 | 2 | 3 | 4 | undefined;
  readonly language?: Language | undefined;
  /** Columns (from 0) and places a person has pinned, by node id; a place is a rank inside the column. */
  readonly pins?: Readonly<Record<string, { readonly column?: number | undefined; readonly place?: number | undefined }>> | undefined;
  /** Link ids a person wants as return flows. */
  readonly returns?: readonly string[] | undefined;
  /** Order inside columns: fewest crossings, by amount, or by name. */
  readonly order?: 'crossings' | 'amount' | 'name' | undefined;
  /** px per unit, to share one scale between pictures. */
  readonly scales?: Readonly<Record<string, number>> | undefined;
  /** Width of the font in use over that of the built-in table (Arial); 1 by default. */
  readonly textScale?: number | undefined;
  /** What colours and marks mean, printed under the picture. */
  readonly legend?: readonly LegendWanted[] | undefined;
  /** Amounts on ribbons with room; true by default. */
  readonly linkLabels?: boolean | undefined;
};

/** `when`: only in a picture that has such a thing. */
export type LegendWanted = { readonly key: string; readonly text: string; readonly when?: 'return' | 'hairline' | 'stub' | undefined };

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

export type Bar = Box & {
  readonly unit: string;
  /** max(in, out) */
  readonly value: number;
  readonly in: number;
  readonly out: number;
};

/** In and out of one node that differ: what is missing on `side`. */
export type Stub = Box & {
  readonly node: string;
  readonly unit: string;
  readonly side: 'in' | 'out';
  readonly value: number;
  readonly path: string;
};

export type LaidNode = GraphNode & { readonly column: number; readonly bars: readonly Bar[] };

export type LaidLink = GraphLink & {
  /** Closed outline of the filled ribbon. */
  readonly path: string;
  /** Middle line of a hairline, for its beads; null for ribbons. */
  readonly spine: string | null;
  /** Outline at the high and the low amount; null where not stated or alike. */
  readonly outer: string | null;
  readonly inner: string | null;
  /** True width, px; hairlines are drawn 1 px wide. */
  readonly width: number;
  readonly hairline: boolean;
  readonly isReturn: boolean;
  /** Middle of the ribbon at source and target edge. */
  readonly sourceX: number;
  readonly sourceY: number;
  readonly targetX: number;
  readonly targetY: number;
  /** Points its middle line passes, from source to target. */
  readonly way: readonly { readonly x: number; readonly y: number }[];
  /** Arrow heads along a return flow. */
  readonly arrows: readonly string[];
};

export type LabelLine = { readonly text: string; readonly amount: boolean };
export type Label = {
  /** Id of the node or link. */
  readonly of: string;
  readonly what: 'node' | 'link' | 'stub';
  /** Where the text is anchored; y is the first baseline. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly size: number;
  readonly lines: readonly LabelLine[];
  /** The whole name, when the lines shorten it. */
  readonly full: string;
  /** From label to node where the label stands apart. */
  readonly leader: string | null;
  readonly box: Box;
};

/** One entry of the numbered key under the picture. */
export type KeyEntry = { readonly node: string; readonly number: number; readonly label: Label };

/** A bar of a round amount, in the same scale as the ribbons. */
export type UnitKey = {
  readonly unit: string;
  readonly value: number;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly text: string;
};

export type SankeyLayout = {
  readonly width: number;
  /** Of the whole picture: keys and numbered list too. */
  readonly height: number;
  /** The drawing alone. */
  readonly picture: Box;
  readonly columns: number;
  readonly columnX: readonly number[];
  readonly nodeWidth: number;
  /** px per unit. */
  readonly scales: Readonly<Record<string, number>>;
  readonly nodes: readonly LaidNode[];
  readonly links: readonly LaidLink[];
  readonly stubs: readonly Stub[];
  readonly labels: readonly Label[];
  readonly key: readonly KeyEntry[];
  readonly unitKeys: readonly UnitKey[];
  readonly legend: readonly { readonly key: string; readonly text: string; readonly x: number; readonly y: number }[];
  readonly hairlines: number;
  /** Nodes with a name on focus only, for want of room. */
  readonly unlabelled: number;
  /** Crossings of link segments between neighbouring columns. */
  readonly crossings: number;
};
