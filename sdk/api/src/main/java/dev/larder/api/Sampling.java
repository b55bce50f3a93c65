package dev.larder.api;

/**
 * How the next token is chosen among those that the model holds possible.
 *
 * @param temperature 0 for the likeliest every time, up to 2; the higher, the more surprising
 * @param topK only so many of the likeliest are considered; 0 for all
 * @param topP only the likeliest that together have this probability are considered; above 0, 1 for
 *     all (nucleus sampling, Holtzman et al. 2020)
 * @param minP only those are considered that have this share of the likeliest one's probability; 0
 *     for all, below 1
 * @param seed of the choice; without meaning where the temperature is 0
 */
public record Sampling(float temperature, int topK, float topP, float minP, long seed) {

  public Sampling {
    if (!(temperature >= 0 && temperature <= 2)) {
      throw new IllegalArgumentException("temperature is %s, not in 0 to 2".formatted(temperature));
    }
    if (topK < 0) {
      throw new IllegalArgumentException("topK is %d, below 0".formatted(topK));
    }
    if (!(topP > 0 && topP <= 1)) {
      throw new IllegalArgumentException("topP is %s, not above 0 and up to 1".formatted(topP));
    }
    if (!(minP >= 0 && minP < 1)) {
      throw new IllegalArgumentException("minP is %s, not from 0 to below 1".formatted(minP));
    }
  }

  /** The likeliest token every time. */
  public static Sampling likeliest() {
    return at(0, 0);
  }

  /** Any token, by its probability. */
  public static Sampling at(float temperature, long seed) {
    return new Sampling(temperature, 0, 1, 0, seed);
  }
}
