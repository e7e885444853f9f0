declare module "snowball-stemmers" {
  interface Stemmer {
    stem(word: string): string;
  }
  const snowball: { newStemmer(algorithm: "dutch" | "french" | "english"): Stemmer };
  export default snowball;
}
