import { crc32 } from "./crc";
import { loadZip } from "./libraries";
import { refuse } from "./refusal";

/** An entry as the directory of a .zip file describes it. */
export interface ZipEntry {
  /** with slashes, whatever the program wrote */
  name: string;
  /** unpacked, in bytes */
  size: number;
  unpack: () => Uint8Array;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const [END_SIZE, LOCATOR_SIZE, ENTRY_SIZE, LOCAL_SIZE] = [22, 20, 46, 30];
const [STORED, DEFLATED] = [0, 8];
const ENCRYPTED = 1;
/** Stands for a number that is found in the 64-bit fields. */
const ELSEWHERE = 0xffffffff;

const truncated = (): never => refuse({ code: "truncated" });
const damaged = (part: string): never => refuse({ code: "damaged", part });

const decoder = new TextDecoder();

interface Directory {
  view: DataView;
  bytes: Uint8Array;
  /** of the first entry */
  start: number;
  end: number;
  count: number;
  /** bytes that stand before the .zip file proper */
  before: number;
}

const long = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

/** The last place of a signature; what follows the file's end is not looked at. */
function lastOf(view: DataView, signature: number): number {
  for (let at = view.byteLength - END_SIZE; at >= 0; at--)
    if (view.getUint8(at) === 0x50 && view.getUint32(at, true) === signature) return at;
  return truncated();
}

function directoryOf(bytes: Uint8Array): Directory {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = lastOf(view, END);
  const locator = end - LOCATOR_SIZE;
  const wide = locator >= 0 && view.getUint32(locator, true) === LOCATOR_64;
  if (!wide) {
    const [size, offset] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
    const start = end - size;
    return { view, bytes, start, end, count: view.getUint16(end + 10, true), before: start - offset };
  }
  // its own record ends where the locator begins, wherever the file says it stands
  const record = locator - 56;
  if (record < 0 || view.getUint32(record, true) !== END_64) return truncated();
  const start = record - long(view, record + 40);
  const before = start - long(view, record + 48);
  return { view, bytes, start, end: record, count: long(view, record + 32), before };
}

/** Sizes and place of an entry, which large files write as 64 bits in the order in which they are needed. */
function numbersOf({ view }: Directory, at: number, extra: number, length: number): number[] {
  const short = [24, 20, 42].map((field) => view.getUint32(at + field, true));
  if (!short.includes(ELSEWHERE)) return short;
  for (let field = extra; field + 4 <= extra + length; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let next = field + 4;
    return short.map((number) => (number === ELSEWHERE ? long(view, (next += 8) - 8) : number));
  }
  return truncated();
}

/** An entry's fields, and where the next one begins. */
function entryAt(directory: Directory, at: number) {
  const { view, bytes, end, before } = directory;
  if (at + ENTRY_SIZE > end || view.getUint32(at, true) !== ENTRY) return truncated();
  const word = (field: number): number => view.getUint16(at + field, true);
  const extra = at + ENTRY_SIZE + word(28);
  const next = extra + word(30) + word(32);
  if (next > end) return truncated();
  const [size, packedSize, offset] = numbersOf(directory, at, extra, word(30)) as [number, number, number];
  return {
    name: bytes.subarray(at + ENTRY_SIZE, extra),
    encrypted: (word(8) & ENCRYPTED) !== 0,
    method: word(10),
    sum: view.getUint32(at + 16, true),
    size,
    packedSize,
    place: before + offset,
    next,
  };
}
type Entry = ReturnType<typeof entryAt>;

/** The packed bytes of an entry; null where its own header is not the directory's. */
function packed({ view, bytes, start }: Directory, { place, name, packedSize }: Entry): Uint8Array | null {
  if (place + LOCAL_SIZE > start || view.getUint32(place, true) !== LOCAL) return null;
  const [nameLength, extraLength] = [view.getUint16(place + 26, true), view.getUint16(place + 28, true)];
  const named = bytes.subarray(place + LOCAL_SIZE, place + LOCAL_SIZE + nameLength);
  const from = place + LOCAL_SIZE + nameLength + extraLength;
  const same = named.length === name.length && name.every((byte, i) => byte === named[i]);
  return same && from + packedSize <= start ? bytes.subarray(from, from + packedSize) : null;
}

type Inflate = (packed: Uint8Array, options: { out: Uint8Array }) => Uint8Array;

/** Nothing grows beyond the size that the directory names. */
function unpacked(directory: Directory, entry: Entry, inflate: Inflate): Uint8Array | null {
  const bytes = packed(directory, entry);
  if (!bytes || entry.method === STORED) return bytes;
  if (entry.method !== DEFLATED) return null;
  try {
    return inflate(bytes, { out: new Uint8Array(entry.size) });
  } catch {
    return null;
  }
}

/** The entries of a .zip file, folders left out; each is checked when it is unpacked. Refuses what is cut off, damaged or encrypted. */
export async function zipEntries(bytes: Uint8Array): Promise<ZipEntry[]> {
  const { inflateSync } = await loadZip();
  const directory = directoryOf(bytes);
  if (directory.start < 0 || directory.before < 0) return truncated();
  const entries: ZipEntry[] = [];
  let at = directory.start;
  for (let i = 0; i < directory.count; i++) {
    const entry = entryAt(directory, at);
    const name = decoder.decode(entry.name).replace(/\\/g, "/");
    const unpack = (): Uint8Array => {
      if (entry.encrypted) return refuse({ code: "password" });
      const content = unpacked(directory, entry, inflateSync);
      return content?.length === entry.size && crc32(content) === entry.sum ? content : damaged(name);
    };
    if (!name.endsWith("/")) entries.push({ name, size: entry.size, unpack });
    at = entry.next;
  }
  return at === directory.end ? entries : truncated();
}
