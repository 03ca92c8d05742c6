import { language } from '../../transforms/typescript/language.ts';
import { defineTransform } from './define-transform.ts';

export default defineTransform(language);
