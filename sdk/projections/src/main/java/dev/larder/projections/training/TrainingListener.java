package dev.larder.projections.training;

/** Is told how training goes. */
public interface TrainingListener {

  /** Tells nobody. */
  TrainingListener SILENT = new TrainingListener() {};

  /** Some of the texts that had no vector yet have one now. */
  default void embedded(int done, int all) {}

  /**
   * All examples were seen once more.
   *
   * @param epoch from 1
   * @param loss the mean while learning
   * @param watched the mean of examples that are not learned from
   */
  default void learned(int epoch, double loss, double watched) {}
}
