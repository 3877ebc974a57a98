/** Small repairs of text that belong to quality rather than to extraction. */
package org.babelmill.quality.repair;
