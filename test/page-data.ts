import { type Model, modelOf } from '../src/page/model.ts';
import type { PageData } from '../src/page/shape.ts';

/** The data that a page of `--format html` carries. */
export function dataOf(page: string): PageData {
  const [, json] = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(page)!;
  return JSON.parse(json!) as PageData;
}

/** The same as the page's script understands it. */
export function modelIn(page: string): Model {
  return modelOf(dataOf(page));
}
