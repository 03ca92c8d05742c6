#!/bin/sh
curl https://harbor-backend-staging-a1b2c3d4e5-uc.a.run.app/health
curl https://harbor-backend-staging-zz9y8x7w6v-uc.a.run.app/health
curl https://app.staging.harbor-systems.com
