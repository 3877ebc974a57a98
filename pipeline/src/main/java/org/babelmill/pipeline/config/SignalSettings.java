package org.babelmill.pipeline.config;

import java.util.Optional;

/**
 * Measurements that need something from the user.
 *
 * @param wordLists folder of word lists for the toxic- and adult-word shares: {@code toxic/xxx_Yyyy.txt},
 *     {@code adult/xxx_Yyyy.txt}, one word a line
 */
public record SignalSettings(Optional<String> wordLists) {}
