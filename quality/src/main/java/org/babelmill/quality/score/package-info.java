/**
 * HPLT's document score (Web Docs Scorer): of release 3.0 on a scale to 10, and of scorer 1.3 on a scale to 1. Written from
 * the published figures; no code of theirs. Punctuation, digits and odd characters are judged by what is usual in the
 * language, relative to Spanish, for which the limits were made.
 */
package org.babelmill.quality.score;
