// Copyright 2020 X
;['https://api.old.ex.ai'].forEach(f)
module.exports = 1
