import { language } from '../../transforms/text/language.ts';
import { defineTransform } from './define-transform.ts';

export default defineTransform(language);
