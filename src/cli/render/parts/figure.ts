/** Figures as the terminal shows them; reports show the same. */
export { briefFigure, briefParts, figureParts, renderFigure, shortFigure } from "../../../index.ts";
