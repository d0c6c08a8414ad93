import { env } from "node:process";
import fc from "fast-check";

// The same examples at every run, so that a change is judged by what it changes. TENOR_SEED=random looks for new ones.
if (env.TENOR_SEED !== "random") fc.configureGlobal({ seed: Number(env.TENOR_SEED ?? 20_051_228) });
