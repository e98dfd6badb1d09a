import { env } from 'cloudflare:workers';
import module from '../../../build/wasm-release/picture.wasm';
import { encodePng } from './png';

/** The texts of a picture; the empty text for what is not to be said. */
export interface PictureTexts {
  title: string;
  company: string;
  place: string;
  pay: string;
}

/** The exports of the module; wasm/boundary/picture.cc is the other half. */
interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  picture_reserve(size: number): number;
  picture_release(pointer: number): void;
  picture_open_face(face: number, pointer: number, size: number): number;
  picture_set_texts(pointer: number, title: number, company: number, place: number, pay: number): number;
  picture_draw(): number;
  picture_palette(): number;
}

const WIDTH = 1200;
const HEIGHT = 630;
const PALETTE_BYTES = 5 * 16 * 3;

/** The faces of the module, with their files. */
const FACES = { bold: 0, regular: 1, fallback: 2 };
type Face = keyof typeof FACES;

/** The bytes of a font among the site's own files; undefined where it has none of this name. */
async function readFont(face: Face): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const assets = env.ASSETS as { fetch(url: string): Promise<Response> };
  const answer = await assets.fetch(`https://assets.local/fonts/${face}.ttf`);
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
}

/** An instance of the module with its fonts. It is asked by one picture at a time, since a call does not wait. */
class Painter {
  private hasAllFaces = false;

  private constructor(private readonly core: Exports) {}

  static async load(): Promise<Painter> {
    const imports = { env: { emscripten_notify_memory_growth: () => {} } };
    const { exports } = new WebAssembly.Instance(module, imports);
    const core = exports as unknown as Exports;
    core._initialize();
    const painter = new Painter(core);
    painter.open('bold', await readFont('bold'));
    painter.open('regular', await readFont('regular'));
    return painter;
  }

  async paint(texts: PictureTexts): Promise<Blob> {
    if (!this.hasAllFaces && this.lacksCharacters(texts)) {
      // Chinese, Japanese and Korean, of which a site built without their font draws nothing.
      const font = await readFont('fallback');
      if (font) this.open('fallback', font);
      this.hasAllFaces = true;
    }
    return this.draw(texts);
  }

  private lacksCharacters(texts: PictureTexts): boolean {
    return this.withTexts(texts, (lacks) => lacks);
  }

  private draw(texts: PictureTexts): Blob {
    return this.withTexts(texts, () => {
      const rows = this.bytesAt(this.core.picture_draw(), (WIDTH + 1) * HEIGHT);
      return encodePng(WIDTH, HEIGHT, this.bytesAt(this.core.picture_palette(), PALETTE_BYTES), rows);
    });
  }

  private withTexts<Result>({ title, company, place, pay }: PictureTexts, use: (lacks: boolean) => Result): Result {
    const encoder = new TextEncoder();
    const texts = [title, company, place, pay].map((text) => encoder.encode(text));
    const pointer = this.put(texts);
    const [titleSize, companySize, placeSize, paySize] = texts.map(({ length }) => length) as [number, number, number, number];
    try {
      return use(this.core.picture_set_texts(pointer, titleSize, companySize, placeSize, paySize) === 1);
    } finally {
      this.core.picture_release(pointer);
    }
  }

  private open(face: Face, font = new Uint8Array()) {
    const isOpen = this.core.picture_open_face(FACES[face], this.put([font]), font.length) === 1;
    if (!isOpen) throw new Error(`there is no font at fonts/${face}.ttf`);
  }

  /** Copies pieces into the module's memory, one behind the other. */
  private put(pieces: Uint8Array[]): number {
    const size = pieces.reduce((sum, { length }) => sum + length, 0);
    const pointer = this.core.picture_reserve(Math.max(size, 1));
    if (pointer === 0) throw new RangeError('There is not enough memory for this picture.');
    let at = pointer;
    for (const piece of pieces) {
      this.bytesAt(at, piece.length).set(piece);
      at += piece.length;
    }
    return pointer;
  }

  private bytesAt(pointer: number, size: number) {
    return new Uint8Array(this.core.memory.buffer, pointer, size);
  }
}

let ready: Painter | undefined;

/** Paints a picture of 1200 × 630 pixels, as PNG. The first one of a runtime loads the fonts. */
export async function paint(texts: PictureTexts): Promise<Blob> {
  // Requests that come at once may load twice; none may wait for what another request has begun.
  ready ??= await Painter.load();
  try {
    return await ready.paint(texts);
  } catch (trap) {
    // A trap leaves an instance in disorder: the next picture begins anew.
    ready = undefined;
    throw trap;
  }
}
