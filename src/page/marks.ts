/** What is kept between visits, as the `Storage` of a browser keeps it. */
export interface Keeper {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
}

/** What a reviewer has marked, kept under the digest of the report. Where nothing may be kept, marks last until the page is closed. */
export class Marks {
  /** Digests of files. */
  readonly seen: Set<string>;
  /** Keys of patterns. */
  readonly approved: Set<string>;
  /** Whether the last mark could be kept. */
  isKept = true;
  private readonly key: string;
  private readonly keeper: () => Keeper;

  /** `keeper` may throw, as the browser's own does where storage is denied. */
  constructor(digest: string, keeper: () => Keeper) {
    this.key = `redomain-review-${digest}`;
    this.keeper = keeper;
    const kept = this.read();
    this.seen = new Set(kept.seen);
    this.approved = new Set(kept.approved);
  }

  mark(kind: 'seen' | 'approved', key: string, on: boolean): void {
    if (on) this[kind].add(key);
    else this[kind].delete(key);
    try {
      this.keeper().setItem(this.key, JSON.stringify({ seen: [...this.seen], approved: [...this.approved] }));
      this.isKept = true;
    } catch {
      this.isKept = false;
    }
  }

  private read(): { readonly seen: readonly string[]; readonly approved: readonly string[] } {
    try {
      const kept = JSON.parse(this.keeper().getItem(this.key) ?? '{}') as Record<string, unknown>;
      return { seen: textsOf(kept.seen), approved: textsOf(kept.approved) };
    } catch {
      this.isKept = false;
      return { seen: [], approved: [] };
    }
  }
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
