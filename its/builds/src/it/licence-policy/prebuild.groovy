import dev.larder.core.archive.ArchiveWriter
import dev.larder.core.catalog.Catalog
import dev.larder.core.lock.ModelsLock
import dev.larder.core.project.LockFile
import dev.larder.core.store.KnownProjects
import dev.larder.core.store.WantedModel
import dev.larder.testkit.tiny.TinyModel

def tiny = WantedModel.of(Catalog.builtIn().select('tiny')).exactly().get()
def files = new File(basedir, 'tiny')
files.mkdirs()
TinyModel.writeTo(files.toPath())
new ArchiveWriter(new File(basedir, 'models.zip').toPath())
    .write([new ArchiveWriter.Content(tiny.as(KnownProjects.selector(tiny)), files.toPath())])

def edited = new File(basedir, 'edited.lock')
new LockFile(edited.toPath()).write(ModelsLock.of([tiny]))
edited.text = edited.text.replace('Apache-2.0', 'MIT')
return true
