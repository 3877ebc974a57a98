/**
 * Measures a text once, for every filter there may be: Gopher's, FineWeb's and C4's metrics, HPLT's document score, and
 * our own. {@link org.babelmill.quality.signal.Signal} says what is measured,
 * {@link org.babelmill.quality.signal.SignalScheme} holds what all threads share,
 * {@link org.babelmill.quality.signal.SignalComputer} does it for one thread.
 */
package org.babelmill.quality.signal;
