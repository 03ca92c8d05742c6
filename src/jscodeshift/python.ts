import { language } from '../../transforms/python/language.ts';
import { defineTransform } from './define-transform.ts';

export default defineTransform(language);
