import { language } from '../../transforms/component/language.ts';
import { defineTransform } from './define-transform.ts';

export default defineTransform(language);
