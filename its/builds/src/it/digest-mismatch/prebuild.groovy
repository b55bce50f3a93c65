import dev.larder.core.catalog.Catalog
import dev.larder.core.store.WantedModel

def size = WantedModel.of(Catalog.builtIn().select('tiny')).files()[0].size()
new File(basedir, 'models.lock').text = """\
version = 1

[tiny]
variant = "onnx-fp32"
source = "mvn:dev.larder:models-testkit:${larderVersion}:zip:tiny"
revision = "${larderVersion}"
dimensions = 64
licence = "Apache-2.0"
integrity = "catalog"

[[tiny.files]]
role = "model"
path = "model.onnx"
sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
size = ${size}
"""
return true
