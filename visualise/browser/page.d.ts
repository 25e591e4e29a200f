// What stands in the page's data (visualise/island.py), and the part of vis-network that is used.

export interface Told {
  id: string; label: string; quoted: string; source?: string; locator?: string; said_by?: string;
  recorded?: string; recorded_from?: string; restriction?: string; facts: [string, string, boolean][];
}
export interface Item {
  id: string; kind: string; name: string; full: string; masked: string; called: string; first: string;
  badge?: string; apart?: string; identified: boolean; forces: string[]; marks: string[];
  searched: string; records: Told[];
}
export interface Link {
  id: string; type: string; start: string; end: string; from_id: string; to_id: string; status: string;
  text: string; masked?: string; source?: string; locator?: string; said_by?: string;
  since?: string; until?: string; current?: boolean; date?: string;
  recorded?: string; recorded_from?: string; recorded_to?: string; restriction?: string;
  state?: string; not_held?: boolean; of?: string;
}
export interface Decided { id: string; left: string; right: string; basis: string; applied: boolean; text: string; masked: string }
export interface Group { id: string; title: string; counts: [string, number][]; x: number; y: number; members: string[] }
export interface Kind { label: string; title: string; plural: string; shape: string; colour: string; size: number }
export interface Named { name: string; title: string }
export interface Origin { title: string; publisher?: string; kind?: string; published?: string; held?: boolean }
export interface Rules {
  limit: number; limits: number[]; routes: number; weights: Record<string, number>; status_adds: Record<string, number>;
  identity_weights: Record<string, number>; never_crossed: string[]; crossed_if_asked: string[];
  no_link: Record<string, unknown>; denied_types: Record<string, string[]>; depends: Record<string, [string, string]>;
  caveat: string;
}
export interface Data {
  version: number; title: string; marking: string; selection: string; at: string; known: string; redaction: string;
  digest: string; newest_load: string; tool: string; about: string[]; kinds: Kind[]; types: Named[]; statuses: Named[];
  sources: Record<string, Origin>; items: Item[]; links: Link[]; decisions: Decided[]; by_community: [number, number][];
  overview: { groups: Group[]; between: [string, string, number][] } | null; rules: Rules;
  network: { nodes: any[]; edges: any[]; options: any };
}
/** What the reader has chosen to see. Sets hold names of kinds, types, statuses or ids. */
export interface View {
  kindsOff: Set<string>; typesOff: Set<string>; statusesOff: Set<string>; hidden: Set<string>; pinned: Set<string>;
  focus: string[]; date: string; reading: "at" | "known"; undated: boolean; masked: boolean;
  selected: string; link: string; a: string; b: string; limit: number; statedOnly: boolean; throughHubs: boolean;
  grouping: "force" | "community"; level: "items" | "groups"; table: boolean;
}
export interface Visible { items: Set<string>; links: Set<string> }
export interface Step { link: string; type: string; from: string; to: string; weight: number; quality: string; source: string }
export interface Route { steps: Step[]; weight: number; depends: string[] }
export interface Ground {
  records: { id: string; label: string; canonical_id?: string }[];
  statements: { id: string; type: string; from_id: string; to_id: string; source_id?: string; status?: string; [rule: string]: unknown }[];
  decisions: { id: string; left_id: string; right_id: string; basis?: string; state?: string }[];
  denials: { id: string; from_id?: string; to_id?: string; of?: string }[];
}

declare global {
  const vis: { DataSet: any; DataView: any; Network: any };
}
