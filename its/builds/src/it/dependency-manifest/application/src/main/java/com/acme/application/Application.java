package com.acme.application;

import com.acme.library.Search;

/** Declares no model itself; the library that it uses does. */
class Application {
  Search search;
}
