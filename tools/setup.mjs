// `npm run setup`: installs what tests and tools need, the Node that they run on included.
import { install } from "./install.mjs";

install("everything");
