/** In pixels at the size at which the drawing is made; a page scales it to the room that there is. */
export interface Size {
  readonly name: "wide" | "narrow";
  readonly width: number;
  readonly height: number;
}
