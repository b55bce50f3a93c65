import dev.larder.core.catalog.Catalog
import dev.larder.core.catalog.Origin
import dev.larder.core.catalog.Provenance
import dev.larder.core.lock.RecordedModel
import dev.larder.core.lock.StoreRecord
import dev.larder.core.lock.StoreRecordFormat
import dev.larder.core.store.KnownProjects
import dev.larder.core.store.StoreLayout
import dev.larder.core.store.WantedModel
import java.time.Instant

def layout = new StoreLayout(new File(basedir, 'store').toPath())
def tiny = WantedModel.of(Catalog.builtIn().select('tiny')).exactly().get()
def places = tiny.files().collectEntries { [it.path(), new Provenance(Origin.REPOSITORY, tiny.source().text())] }
def folder = layout.folder(tiny).toFile()
folder.mkdirs()
tiny.files().each { new File(folder, it.path()).text = 'changed' }
new File(basedir, 'store/models.lock').bytes = StoreRecordFormat.write(StoreRecord.of([
    new RecordedModel(tiny.as(KnownProjects.selector(tiny)), Instant.EPOCH, places)]))
return true
