import dev.larder.testkit.tiny.TinyModel

def models = new File(basedir, 'src/main/resources/models')
models.mkdirs()
TinyModel.writeTo(models.toPath())
new File(models, 'model.gguf').delete()
new File(models, 'model.onnx').renameTo(new File(models, 'sentences.onnx'))
new File(models, 'own.safetensors').text = 'trained here'
return true
