package dev.larder.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankedDocumentTest {

  @ParameterizedTest
  @CsvSource({"0, 0.5", "1, 0.73105858", "-1, 0.26894142", "200, 1", "-200, 0"})
  void theProbabilityIsTheLogisticFunctionOfTheScore(float score, double probability) {
    assertThat(new RankedDocument(0, score, 0).probability()).isCloseTo(probability, within(1e-7));
  }
}
