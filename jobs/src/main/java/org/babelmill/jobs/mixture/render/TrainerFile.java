package org.babelmill.jobs.mixture.render;

/**
 * A text file for a trainer.
 *
 * @param name file name in the trainer's folder
 * @param text its content
 */
public record TrainerFile(String name, String text) {}
