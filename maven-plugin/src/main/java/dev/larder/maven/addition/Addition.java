package dev.larder.maven.addition;

import dev.larder.api.ModelException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.project.LicencePolicy;
import dev.larder.core.project.ModelResolver;
import dev.larder.core.project.RunnableModels;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.Installation;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.WantedModel;
import dev.larder.maven.output.Sizes;
import dev.larder.maven.preparation.FetchedModel;
import dev.larder.maven.questions.Answer;
import dev.larder.maven.questions.Question;
import dev.larder.maven.questions.Questions;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Fetches models that no code declares. */
public final class Addition {

  private final Catalog catalog;
  private final ModelResolver resolver;
  private final ModelStore store;
  private final Supplier<Fetchers> fetchers;
  private final LicencePolicy licences;
  private final RunnableModels runnable;

  /**
   * @param lock goes before the catalog for the models that it has
   * @param fetchers asked only where something is missing
   * @param licences what may be fetched
   */
  public Addition(
      Catalog catalog,
      ModelsLock lock,
      ModelStore store,
      Supplier<Fetchers> fetchers,
      LicencePolicy licences) {
    this.catalog = catalog;
    this.resolver = new ModelResolver(catalog, lock);
    this.store = store;
    this.fetchers = fetchers;
    this.licences = licences;
    this.runnable = new RunnableModels(catalog);
  }

  /**
   * Fetches what is named and missing.
   *
   * @throws ModelException if a name or licence is wrong, or no engine runs a model; nothing is
   *     fetched then
   */
  public Added named(List<String> selectors, TransferListener listener) {
    List<WantedModel> wanted = selectors.stream().map(this::resolve).distinct().toList();
    runnable.require(wanted, licences);
    return fetch(wanted, listener);
  }

  /**
   * Fetches every model of the catalog that is missing, allowed and run by some engine, if somebody
   * agrees.
   */
  public Added all(Questions questions, TransferListener listener) {
    List<WantedModel> wanted =
        catalog.models().stream()
            .map(CatalogModel::name)
            .map(this::resolve)
            .filter(model -> licences.violation(model, catalog).isEmpty())
            .filter(model -> runnable.violation(model).isEmpty())
            .toList();
    List<WantedModel> missing = wanted.stream().filter(model -> !isHere(model)).toList();
    if (missing.isEmpty()) {
      return fetch(wanted, listener);
    }
    missing.forEach(model -> listener.announces(model.key().text(), model.licence()));
    long size = missing.stream().mapToLong(model -> model.size().orElse(0)).sum();
    boolean exact = missing.stream().allMatch(model -> model.size().isPresent());
    String question =
        "Fetch %d models, %s%s, into %s?"
            .formatted(
                missing.size(), exact ? "" : "more than ", Sizes.text(size), store.layout().home());
    Answer answer = questions.ask(new Question(question, Answer.NO));
    return answer == Answer.YES ? fetch(wanted, listener) : Added.nothing(answer, question);
  }

  private Added fetch(List<WantedModel> wanted, TransferListener listener) {
    List<FetchedModel> fetched = new ArrayList<>();
    List<String> present = new ArrayList<>();
    List<ModelException> failures = new ArrayList<>();
    List<WantedModel> missing = new ArrayList<>();
    for (WantedModel model : wanted) {
      if (isHere(model)) {
        present.add(model.label());
      } else {
        missing.add(model);
      }
    }
    if (!missing.isEmpty()) {
      try (Fetchers open = fetchers.get()) {
        for (WantedModel model : missing) {
          // One after the other, as one that cannot be had is no reason to stop the others.
          try {
            Installation installation =
                store.install(List.of(model), open, listener, runnable).get(0);
            fetched.add(FetchedModel.of(installation, catalog.select(model.key().text())));
          } catch (ModelException e) {
            failures.add(e);
          }
        }
      }
    }
    return new Added(Answer.YES, "", fetched, present, failures);
  }

  /** What was fetched before, and is not known otherwise, is to be the same this time. */
  private WantedModel resolve(String selector) {
    WantedModel wanted = resolver.resolve(selector);
    return store.known(wanted).map(WantedModel::of).orElse(wanted);
  }

  private boolean isHere(WantedModel model) {
    return store.known(model).flatMap(store::find).isPresent();
  }
}
