/** What an HTTP answer says about its body, and the body itself once transfer and content codings are taken off. */
package org.babelmill.extract.http;
