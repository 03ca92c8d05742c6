import {
  STAGING_AUTH_URL,
  STAGING_BACKEND_URL,
  STAGING_DOCS_URL,
  STAGING_FRONTEND_URL,
} from "@/lib/domain-config";
import { z } from "./z";

export const urls = {
  api: STAGING_BACKEND_URL,
  app: STAGING_FRONTEND_URL,
  docs: STAGING_DOCS_URL,
  auth: STAGING_AUTH_URL,
  z,
};
