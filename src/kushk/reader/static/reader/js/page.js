// The entry: each island starts itself where the page has a place for it. Without scripts every page still works.

import "./reading.js";
import "./settings.js";
import "./listen.js";
import "./translate.js";
import "./toolbar.js";
import "./share.js";
import "./copying.js";
import "./offline.js";
import "./saved.js";
import "./position.js";
import "./turning.js";
import "./account.js";
import "./passkey.js";
import "./counting.js";
