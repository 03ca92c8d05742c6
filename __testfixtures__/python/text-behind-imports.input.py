import os
"https://api.old.ex.ai" + os.sep
