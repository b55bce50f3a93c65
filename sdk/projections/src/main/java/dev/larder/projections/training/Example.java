package dev.larder.projections.training;

import java.util.Optional;

/**
 * What belongs together.
 *
 * @param anchor embedded as a query
 * @param positive a document that is to be near the anchor
 * @param negative one that is to be farther away
 */
public record Example(String anchor, String positive, Optional<String> negative) {}
