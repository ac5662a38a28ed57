// @ts-check
// Light or dark as the address of an embedded page asks for it. It runs before anything is drawn, so that nothing changes colour.

import { readConfiguration } from "./configuration.js";

const { theme } = readConfiguration(location.search);
if (theme) document.documentElement.dataset.theme = theme;
