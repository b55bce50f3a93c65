package app;

import dev.larder.api.ModelAlias;

@ModelAlias(name = "minilm", model = "bge-small")
class WrongAlias {

  @ModelAlias(name = "all-minilm", model = "bge-small")
  class OfTheCatalog {}

  @ModelAlias(name = "Default", model = "bge-small")
  class NotAName {}

  @ModelAlias(name = "default-embed", model = "minilmm")
  class OfNothing {}

  @ModelAlias(name = "first", model = "bge-small")
  class First {}

  @ModelAlias(name = "second", model = "first")
  class OfAnAlias {}

  @ModelAlias(name = "first", model = "minilm")
  class Again {}

  @ModelAlias(name = "variant", model = "minilm:gguf")
  class OfAnUnknownVariant {}
}
