package dev.larder.examples.search;

/**
 * What was found.
 *
 * @param title the article's title
 * @param score how near it is to what was asked for, from 0 to 1
 */
public record Hit(String title, float score) {}
