package dev.larder.its.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each query is to find its answer among all documents, which nobody could by words. */
@WithRealModels
class MeaningTest {

  /**
   * A query, and what it is looked for in.
   *
   * @param documents the answer first, then two about something else; those of the others, too, are
   *     looked through
   */
  private record Search(String query, List<String> documents) {

    static Search of(String query, String answer, String other, String another) {
      return new Search(query, List.of(answer, other, another));
    }
  }

  private static final List<Search> SEARCHES =
      List.of(
          Search.of(
              "my laptop will not switch on",
              "What to do when a computer does not start",
              "The bakery on the corner opens at six in the morning",
              "A short history of the Roman empire"),
          Search.of(
              "cheap places to sleep in Paris",
              "Budget hotels and hostels of the French capital",
              "How to grow tomatoes on a balcony",
              "The football team lost its third match in a row"),
          Search.of(
              "how do I lose weight",
              "Eating less sugar and exercising daily helps against obesity",
              "The parliament voted for the new budget",
              "Tuning the strings of a guitar"),
          Search.of(
              "is it going to rain tomorrow",
              "Weather forecast: showers and thunderstorms on Thursday",
              "Shares of the car maker fell by five percent",
              "The novel was translated into twelve languages"),
          Search.of(
              "a doctor for children",
              "Paediatrician: treats infants and toddlers",
              "Repair of bicycles while you wait",
              "A lecture on medieval poetry"),
          Search.of(
              "feeling sad all the time",
              "Symptoms and treatment of depression",
              "Cleaning and descaling your coffee machine",
              "The bridge is closed to lorries"),
          Search.of(
              "who painted the Mona Lisa",
              "Leonardo da Vinci and his portraits",
              "The invention of the steam engine by Watt",
              "Ferry times between the islands"),
          Search.of(
              "change my login credentials",
              "Resetting a forgotten password of your account",
              "Recipe for apple pie with cinnamon",
              "Our shop is closed on public holidays"),
          Search.of(
              "what do dogs eat",
              "Food for puppies: meat, vegetables and rice",
              "The orbit of the moon around the earth",
              "Contracts of employment for part-time staff"),
          Search.of(
              "bank loan for buying a house",
              "Mortgage rates for home owners",
              "The choir rehearses every Wednesday",
              "Snakes and lizards of the desert"),
          Search.of(
              "stop smoking",
              "Giving up cigarettes: advice for the first weeks without nicotine",
              "Sailing boats and motor yachts for sale",
              "The theory of relativity in plain words"),
          Search.of(
              "the car makes a strange noise",
              "An unusual sound from the engine of your vehicle",
              "Painting a wall without leaving streaks",
              "The museum owns four thousand butterflies"));

  private final RealModels models;

  MeaningTest(RealModels models) {
    this.models = models;
  }

  @ParameterizedTest
  @EnumSource
  void aQueryFindsWhatMeansTheSame(RealModel model) {
    EmbeddingEngine engine = models.engine(model);
    List<String> documents =
        SEARCHES.stream().flatMap(search -> search.documents.stream()).toList();
    List<Embedding> vectors = engine.embedAll(documents, TextRole.DOCUMENT);

    for (Search search : SEARCHES) {
      Embedding query = engine.embed(search.query, TextRole.QUERY);
      int best = 0;
      for (int i = 1; i < vectors.size(); i++) {
        best = query.cosine(vectors.get(i)) > query.cosine(vectors.get(best)) ? i : best;
      }
      assertThat(documents.get(best)).as(search.query).isEqualTo(search.documents.get(0));
    }
  }

  /** Words of three letters and fewer carry nothing. */
  @Test
  void noQuerySharesAWordWithWhatItIsToFind() {
    for (Search search : SEARCHES) {
      Set<String> shared = new HashSet<>(words(search.query));
      shared.retainAll(words(search.documents.get(0)));

      assertThat(shared).as(search.query).isEmpty();
    }
  }

  private static Set<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\W+"))
        .filter(word -> word.length() > 3)
        .collect(Collectors.toSet());
  }
}
