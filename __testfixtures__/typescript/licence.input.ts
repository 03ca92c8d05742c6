/*
 * Copyright (c) Example Ltd.
 * Licensed under the MIT licence.
 */
/* eslint-disable no-console */

/** The address of the service. */
export const url = 'https://api.old.ex.ai';
