/** What measuring the quality of text costs, and what the filters do to text whose quality is known. */
package org.babelmill.bench.quality;
