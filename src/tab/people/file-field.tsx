import { makeStyles, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';

export interface FileFieldProps {
  readonly label: string;
  /** The kinds of file, as the browser takes them. */
  readonly accept: string;
  readonly onFile: (file: File) => void;
}

const useStyles = makeStyles({
  field: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXS, alignItems: 'flex-start' },
  input: {
    maxWidth: '100%',
    font: 'inherit',
    color: tokens.colorNeutralForeground1,
    ':focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '2px',
      borderRadius: tokens.borderRadiusMedium,
    },
    '::file-selector-button': {
      minHeight: '32px',
      marginInlineEnd: tokens.spacingHorizontalM,
      padding: `5px ${tokens.spacingHorizontalM}`,
      borderRadius: tokens.borderRadiusMedium,
      border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground1,
      font: 'inherit',
      fontWeight: tokens.fontWeightSemibold,
      cursor: 'pointer',
    },
  },
});

/** Lets one choose a file; the same one again, too, once it was put right. */
export function FileField({ label, accept, onFile }: FileFieldProps): ReactNode {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept={accept}
        className={styles.input}
        onClick={({ currentTarget }) => {
          currentTarget.value = '';
        }}
        onChange={({ currentTarget: { files } }) => {
          const file = files?.item(0);
          if (file !== null && file !== undefined) onFile(file);
        }}
      />
    </div>
  );
}
