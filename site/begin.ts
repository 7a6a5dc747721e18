/** The first script in the body of every document of the site, before anything is painted. */
import { applyLook } from './look';

applyLook(document);
