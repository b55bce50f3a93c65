package dev.larder.core.catalog;

/**
 * What a selector names in the catalog.
 *
 * @param key the selector with an alias replaced by what it stands for; a project's lock is ordered
 *     by it. Its variant is null exactly where the model's default is meant.
 * @param model the model
 * @param variant the variant that is meant
 */
public record Selection(Selector key, CatalogModel model, Variant variant) {}
