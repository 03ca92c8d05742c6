/*
 * Copyright (c) Example Ltd.
 * Licensed under the MIT licence.
 */
/* eslint-disable no-console */

import { STAGING_BACKEND_URL } from '@/lib/domain-config';

/** The address of the service. */
export const url = STAGING_BACKEND_URL;
