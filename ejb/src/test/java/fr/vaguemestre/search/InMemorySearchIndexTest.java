package fr.vaguemestre.search;

class InMemorySearchIndexTest extends SearchIndexContract {
  private final InMemorySearchIndex.Disk disk = new InMemorySearchIndex.Disk();

  @Override
  protected SearchIndex open() {
    return new InMemorySearchIndex(disk);
  }
}
