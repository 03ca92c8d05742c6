import type { Packaging } from '../../../src/types/packaging.ts';
import { type LackingDistribution, lackingDistributions, shippedWithout } from './distributions.ts';
import { targetOf } from './target.ts';

const TOOLS = ['pytest', 'gunicorn', 'uvicorn', 'manage.py', 'django-admin', 'alembic', 'celery'];

/** Distributions for setuptools, Poetry and Hatch. */
export const packaging: Packaging = {
  targetOf,
  runs(words) {
    const interprets = words.some((word) => /^python[\d.]*$/.test(word)) && words.some((word) => word.endsWith('.py'));
    return interprets || words.some((word) => TOOLS.includes(word));
  },
  lackingIn: lackingDistributions,
  reasonFor: (lacking, path) => shippedWithout(lacking as LackingDistribution, path),
};
