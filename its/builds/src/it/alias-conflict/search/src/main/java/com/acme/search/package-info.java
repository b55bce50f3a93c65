@ModelAlias(name = "default-embed", model = "minilm")
package com.acme.search;

import dev.larder.api.ModelAlias;
