// The entry: each island starts itself where the page has a place for it. Without scripts every page still works.

import "./offline.js";
import "./saved.js";
import "./position.js";
import "./turning.js";
