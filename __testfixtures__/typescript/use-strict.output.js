"use strict"
import { STAGING_BACKEND_URL } from "@/lib/domain-config"

// Where the service is.
export const url = STAGING_BACKEND_URL
