package dev.larder.examples.search;

/**
 * What can be found.
 *
 * @param title what it is known by; an article of the same title replaces another
 * @param text what it says
 */
public record Article(String title, String text) {}
