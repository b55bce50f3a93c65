import dev.larder.core.catalog.Catalog
import dev.larder.core.catalog.FileRole
import dev.larder.core.lock.Integrity
import dev.larder.core.lock.LockedFile
import dev.larder.core.lock.LockedModel
import dev.larder.core.lock.ModelsLock
import dev.larder.core.project.LockFile
import dev.larder.core.store.WantedModel
import dev.larder.testkit.gguf.GgufFile
import dev.larder.testkit.gguf.GgufValue
import dev.larder.testkit.hub.Content
import dev.larder.testkit.hub.StandInHub

/** A stand-in hub that has one model of the catalog at one revision, with bytes that are made up. */
class StandIn {
  final StandInHub hub = StandInHub.start()
  final WantedModel model
  final String revision
  final Content content
  final repository

  StandIn(String name, String revision, long size, File folder) {
    this.model = WantedModel.of(Catalog.builtIn().select(name))
    this.revision = revision ?: model.revision()
    this.content = model.files()[0].path().endsWith('.gguf')
        ? headed(size, new File(folder, 'made-up.gguf'))
        : Content.seeded(1, size)
    this.repository = hub.repository(model.source().repository())
        .commit(this.revision)
        .largeFile(model.files()[0].path(), content)
  }

  /** The header of a GGUF file is read when it arrives; what follows may be anything. */
  private static Content headed(long size, File file) {
    file.withOutputStream { out ->
      new GgufFile(new TreeMap(['general.architecture': new GgufValue.Text('bert')]), []).writeTo(out)
    }
    def rest = Content.seeded(1, size - file.length())
    for (long from = 0; from < rest.length(); from += 1_000_000) {
      file.append(rest.bytes(from, (int) Math.min(1_000_000, rest.length() - from)))
    }
    return Content.of(file.toPath())
  }

  /** What is locked goes before the catalog: so the project wants these bytes. */
  void lockIn(File project) {
    def file = new LockedFile(FileRole.MODEL, model.files()[0].path(), content.sha256(), content.length())
    def locked = new LockedModel(model.key(), model.variant(), model.source(), revision, model.dimensions(),
        model.licence(), Integrity.CATALOG, [file])
    new LockFile(new File(project, 'models.lock').toPath()).write(ModelsLock.of([locked]))
  }

  /** Shows the builds of a scenario the way to the hub, and hands it to the hooks that follow. */
  void openTo(Map context, File project) {
    def trustStore = new File(project, 'trust.p12')
    hub.tls().writeTrustStore(trustStore.toPath(), 'changeit')
    context.get('userProperties').putAll([
        'models.endpoint': hub.endpoint(),
        'javax.net.ssl.trustStore': trustStore.path,
        'javax.net.ssl.trustStorePassword': 'changeit',
    ])
    context.put('hub', hub)
  }
}

return { Map options -> new StandIn(options.model, options.revision, options.size, basedir) }
