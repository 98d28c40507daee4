/** The npm packages that carry the Chinese fonts, sans-serif first. */
export const chineseFontPackages = [
  '@expo-google-fonts/noto-sans-sc',
  '@expo-google-fonts/noto-serif-sc',
] as const;
